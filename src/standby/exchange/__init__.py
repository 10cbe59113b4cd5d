"""Messy tables in, safe tables out: the lists that others keep, read into offers, and rows written for people.

table = read_in_process(source, filename=…)               a file, whatever it is, in a process that can be killed
mapping = guess_mapping(table)                             which column is read for what; a person corrects it
values = value_table(table, mapping, match=…)              the distinct occupations; a person maps them once
preview = convert(table, mapping, choices_of(values), …)   what becomes of every row; nothing is stored yet
compare_versions(old, new)                                 what a newer version of the list brings
write_report(preview, out), write_csv_for_people(rows, out)
"""
