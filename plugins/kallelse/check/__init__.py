"""An archive turned into findings: what is wrong or doubtful in what was read."""
