print("matrona")
