// ScreenGrid
