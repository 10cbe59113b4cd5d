"""Tests of the exercise: what it promises of its numbers, its files and the people who are in it."""
