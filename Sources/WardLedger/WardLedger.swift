// WardLedger
