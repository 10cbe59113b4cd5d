"""What sites ask for: requests, their rotations, who approved them and whether they are still true."""
