import WardDomain

/// The words of pane 3.
enum NewbornHandoverText {
    static let title = Phrase(en: "Newborn handover", zhHans: "新生儿交接")
    static let chainMode = Phrase(en: "one baby", zhHans: "单个新生儿")
    static let stopMode = Phrase(en: "STOP", zhHans: "停")
    static let selectFirst = Phrase(en: "Select a baby first.", zhHans: "请先选择新生儿。")

    static let open = Phrase(en: "open", zhHans: "打开")
    static let back = Phrase(en: "back", zhHans: "返回")
    static let handOver = Phrase(en: "hand over", zhHans: "交接")
    static let bands = Phrase(en: "bands", zhHans: "腕带")
    static let rushed = Phrase(en: "rushed away", zhHans: "紧急转移")
    static let checkBands = Phrase(en: "check bands", zhHans: "核对腕带")
    static let refuse = Phrase(en: "receiver refuses", zhHans: "拒收")
    static let discharge = Phrase(en: "discharge", zhHans: "出院")
    static let headCount = Phrase(en: "head count", zhHans: "清点")
    static let apgar = Phrase(en: "Apgar", zhHans: "Apgar评分")
    static let gases = Phrase(en: "cord gases", zhHans: "脐血气")
    static let filter = Phrase(en: "filter register", zhHans: "筛选登记")
    static let printRegister = Phrase(en: "print register", zhHans: "打印登记")
    static let names = Phrase(en: "show names 30 s", zhHans: "显示姓名30秒")
    static let nextPart = Phrase(en: "next part", zhHans: "下一部分")
    static let previousPart = Phrase(en: "previous part", zhHans: "上一部分")
    static let clear = Phrase(en: "clear the mismatch", zhHans: "解除不符")
    static let resolve = Phrase(en: "say which baby this is", zhHans: "确认身份")
    static let more = Phrase(en: "details, family", zhHans: "信息与家属")
    static let card = Phrase(en: "ISBAR card", zhHans: "转运交接卡")
    static let arrival = Phrase(en: "baby without its mother", zhHans: "新生儿单独入科")
    static let wrongBabyDrill = Phrase(en: "wrong-baby drill", zhHans: "错婴演练")
    static let scanAgain = Phrase(
        en: "A mismatch was recorded since: every scan starts again.", zhHans: "期间记录了身份不符：请全部重新扫描。")

    static let outNow = Phrase(en: "Out now", zhHans: "外出中")
    static let whereabouts = Phrase(en: "Whereabouts", zhHans: "所在")
    static let register = Phrase(en: "Register, newest first", zhHans: "交接登记，最新在前")
    static let nobodyOut = Phrase(en: "nobody is out", zhHans: "无外出")
    static let noBabies = Phrase(en: "no newborn here", zhHans: "暂无新生儿")
    static let noHandovers = Phrase(en: "no handover to show", zhHans: "无交接记录")

    static let baby = Phrase(en: "Baby", zhHans: "新生儿")
    static let bed = Phrase(en: "Bed", zhHans: "床")
    static let mother = Phrase(en: "Mother", zhHans: "母亲")
    static let bandCount = Phrase(en: "Bands", zhHans: "腕带")
    static let place = Phrase(en: "Place", zhHans: "地点")
    static let custodian = Phrase(en: "With", zhHans: "看护人")
    static let since = Phrase(en: "Since", zhHans: "自")
    static let backBy = Phrase(en: "Back by", zhHans: "应返")
    static let state = Phrase(en: "State", zhHans: "状态")
    static let time = Phrase(en: "Time", zhHans: "时间")
    static let way = Phrase(en: "From -> to", zhHans: "自 -> 至")
    static let people = Phrase(en: "Giver > receiver", zhHans: "交 > 接")
    static let result = Phrase(en: "Result", zhHans: "结果")

    static let unbanded = Phrase(en: "0/2 NONE !", zhHans: "0/2 无 !")
    static let notHandedOver = Phrase(en: "moved, not yet handed over", zhHans: "已转移，尚未交接")
    static let owed = Phrase(en: "NOT HANDED OVER", zhHans: "尚未交接")
    static let retrospective = Phrase(en: "retrospective", zhHans: "补记")
    static let notRecorded = Phrase(en: "not recorded", zhHans: "未记录")

    static let secondBaby = Phrase(
        en: "That is another baby's band. Esc ends this handover; then start with the right baby.",
        zhHans: "这是另一名新生儿的腕带。按 Esc 结束，再从正确的新生儿开始。")
    static let scannedAlready = Phrase(
        en: "Scanned already: giver and receiver are two people.", zhHans: "已扫描：交出人与接收人须为两人。")
    static let bothScanned = Phrase(
        en: "Giver and receiver are scanned already. Empty a field to change it.", zhHans: "交接双方均已扫描。如需更改请先清空。")

    static let badgeNeeded = Phrase(en: "A staff badge is needed here.", zhHans: "此处需要工牌。")
    static let babyBandNeeded = Phrase(en: "That is no baby's band.", zhHans: "这不是新生儿腕带。")

    static let help = [
        Phrase(
            en:
                "A handover takes four scans in any order: the baby's band, the mother's band, the giver's badge, the receiver's badge; then place and Enter. When the mother gives or takes, scan her band once more. A relative whom she named (d, then r) scans a pass, or is typed as relation and name: father 张伟. Scanning a baby's band and then its mother's opens the handover by itself.",
            zhHans:
                "交接需四次扫描，顺序不限：新生儿腕带、母亲腕带、交出人工牌、接收人工牌；然后选地点并按回车。母亲本人交出或接收时，再扫一次她的腕带。经授权（d，再 r）的亲属扫描通行证，或输入关系和姓名：父亲 张伟。先扫新生儿腕带再扫其母亲腕带，即自动打开交接。"
        ),
        Phrase(
            en:
                "A band that does not belong stops everything: STOP, recorded at once, nothing moves. A charge nurse or doctor other than whoever scanned clears the screen with k, a finding and a reason; then every scan starts again. Wrong bands lead to new bands only. It stands as the draft of an adverse event on the baby's page.",
            zhHans: "腕带不符立即停止并记录，不移交。须由扫描者以外的护士长或医师按 k，填写核查结果和原因后解除；之后全部重新扫描。腕带有误时只能更换腕带。不良事件草稿见新生儿页面。"),
        Phrase(
            en:
                "Care is never blocked: w records that a baby was rushed away, also when nobody is signed in. Until the handover follows it stands in every list as moved, not yet handed over.",
            zhHans: "抢救不受阻：w 记录紧急转移，未登录也可。补交接之前，各处均显示为已转移、尚未交接。"),
    ]
}
