print("matrona-bench")
