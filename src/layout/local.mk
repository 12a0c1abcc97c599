## layout
