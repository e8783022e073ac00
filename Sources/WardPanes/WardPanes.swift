// WardPanes
