"""What is true of help in a crisis: plain values and rules, without a clock, a network or a database."""
