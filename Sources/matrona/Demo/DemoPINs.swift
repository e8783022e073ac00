import WardDomain

/// The PINs of the demo's staff, with verifiers made beforehand at a small cost: the sign-in screen shows these PINs.
enum DemoPINs {
    /// A badge of the script with its PIN.
    struct Known: Sendable {
        let badge: Badge
        let pin: String
        let verifier: String

        fileprivate init(_ badge: String, _ pin: String, _ verifier: String) {
            self.badge = Badge(badge)
            self.pin = pin
            self.verifier = verifier
        }
    }

    /// In the order of the sign-in screen.
    static let all = [
        Known(
            "W1001", "1001",
            "$scrypt$ln=12,r=8,p=1$WnXLil/MW8CLcIfMLU2ohg==$ZY9fzl2vaEmos63dQL6mV0HrxZiJ3sm/J9AdPoIe70k="),
        Known(
            "W1002", "1002",
            "$scrypt$ln=12,r=8,p=1$DOeLtBbMuijpXseLFk9i+w==$ybzllXFG6dS6Nd6qIy5eyuymID5JRx9ZhNGRsZblLiI="),
        Known(
            "W1003", "1003",
            "$scrypt$ln=12,r=8,p=1$F9DaSVgUzt5pduqd5/vczA==$g40ThK/D4oPucY+qKzqRr1E64URZVm1N6i9pMV8jpXA="),
        Known(
            "C3001", "3001",
            "$scrypt$ln=12,r=8,p=1$fse4EyUvz54XRcgS7+R6jQ==$DvahaZrGuuQC3taP1b5D5rzTQ5mhaCJ2tCZAS7+h3JQ="),
        Known(
            "D4001", "4001",
            "$scrypt$ln=12,r=8,p=1$1iHuw1JigSyfp0DWWZLM3Q==$dAeVq88FI9vrotMfJ7FL0KyMkAx4F6ShaKo2hXrRac8="),
        Known(
            "D4002", "4002",
            "$scrypt$ln=12,r=8,p=1$sYrOQCl6XT5osSyg8tCePQ==$II73NBdIGtjd2e5UrPDy61659tEOR2C+HreTYUfCmm8="),
        Known(
            "D4003", "4003",
            "$scrypt$ln=12,r=8,p=1$1+YSyxFBJGSsaPzUptmJmg==$PJiPmNfaQ4xn/XFJyJvp3wXteeI9j0qxnNlxMLqU1JU="),
        Known(
            "N2001", "2001",
            "$scrypt$ln=12,r=8,p=1$MqMWg1pX6GMwOiUlIgL8IA==$qme9e65BDPB29BtOgrZW0Gx4chK5i+RZ1Snpm6JpuCE="),
        Known(
            "N2002", "2002",
            "$scrypt$ln=12,r=8,p=1$C+v0Ef1u+w5M3/0SJjyDuA==$OnML31iS1bVharfO8lb45cGmF5rRe1BhA0UbLjRRrsw="),
        Known(
            "T5001", "5001",
            "$scrypt$ln=12,r=8,p=1$jg6brIMahwNVAlwHqIWxLQ==$kg5FKOZ7I65ZqS+27yQr1b0evDEqUASkju+KlHwTho4="),
        Known(
            "A9001", "9001",
            "$scrypt$ln=12,r=8,p=1$W5/DOwVJeig9hw+T4hg6Gg==$4/Am3N6vCjmH6tN4MWxsQYRWOJRDO7m9+yxtSqZkJqU="),
    ]
}
