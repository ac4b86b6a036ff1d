"""The command line: parse, call one service, render. The only place with a clock, a terminal and words."""
