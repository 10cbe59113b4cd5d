"""The sentences for what can be wrong with a list: what it is, then what to do.

They are marked for translation and never glued: a page translates the sentence, then fills in the named values.
"""


def gettext_noop(text: str) -> str:
    """Marks a sentence for the translators; the engine itself speaks English."""
    return text


_ = gettext_noop

SENTENCES: dict[str, tuple[str, str]] = {
    "empty_file": (_("The file is empty."), _("Choose the file again; it may not have been saved yet.")),
    "no_rows": (
        _("There is a header but no row below it."),
        _("Check that the right file or sheet was chosen."),
    ),
    "too_large": (
        _("The file has more than %(limit)s MB."),
        _("Remove pictures and other sheets, or divide the list into several files."),
    ),
    "too_large_unpacked": (
        _("The workbook unpacks to far more than a list of people needs."),
        _("Save the list alone as a new workbook, or as CSV."),
    ),
    "too_many_parts": (
        _("The workbook consists of more than %(limit)s parts."),
        _("Save the list alone as a new workbook, or as CSV."),
    ),
    "too_many_rows": (
        _("The list has more than %(limit)s rows."),
        _("Divide it into several files."),
    ),
    "too_many_columns": (
        _("The list has more than %(limit)s columns."),
        _("Delete the columns that are not about the people on it."),
    ),
    "too_many_cells": (
        _("The list has more than %(limit)s cells."),
        _("Divide it into several files, or delete columns."),
    ),
    "cell_too_long": (
        _("A cell holds more than %(limit)s characters."),
        _("Look for a missing quotation mark before this line, or shorten the cell."),
    ),
    "not_a_table": (
        _("The file is %(found)s, not a table."),
        _("Save the list as CSV or XLSX and choose that file."),
    ),
    "web_page": (
        _("The file is a web page, whatever its name says."),
        _("Open it in a spreadsheet program and save it as XLSX or CSV."),
    ),
    "password": (
        _("The workbook is protected with a password."),
        _("Open it, save it without a password, and choose that file."),
    ),
    "damaged": (
        _("The workbook is damaged or was not copied to its end."),
        _("Copy or download it once more, or open it and save it again."),
    ),
    "entities": (
        _("The workbook holds declarations that no spreadsheet program writes."),
        _("Open it in a spreadsheet program and save it as a new file."),
    ),
    "no_sheet": (
        _("The workbook has no sheet named %(sheet)s."),
        _("Choose one of: %(sheets)s."),
    ),
    "not_text": (
        _("The file is neither text nor a workbook that we can read."),
        _("Save the list as CSV in UTF-8 or as XLSX."),
    ),
    "open_quote": (
        _("A quotation mark that opens on this line is never closed; the file may have been cut off."),
        _("Get the whole file, or close the quotation mark."),
    ),
    "reading_took_too_long": (
        _("Reading the file took longer than %(seconds)s seconds and was stopped."),
        _("Save the list alone as CSV, or divide it into several files."),
    ),
    "reading_failed": (
        _("Reading the file needed more memory than we allow, or broke off."),
        _("Save the list alone as CSV, or divide it into several files."),
    ),
    "other_kind": (
        _("The name says %(named)s but the content is %(found)s; we read it as what it is."),
        _("Nothing needs to be done."),
    ),
    "title_lines": (
        _("The lines above the header were left out: %(count)s."),
        _("Check that the header was found rightly."),
    ),
    "no_header": (
        _("The list has no header; its columns are numbered."),
        _("Say what each column holds."),
    ),
    "total_row": (_("This row looks like a total and was left out."), _("Nothing needs to be done.")),
    "repeated_header": (_("This row repeats the header and was left out."), _("Nothing needs to be done.")),
    "tag_row": (_("This row holds tags, not a person, and was left out."), _("Nothing needs to be done.")),
    "last_row_cut": (
        _("The last row breaks off in the middle; the file may have been cut off."),
        _("Get the whole file and choose it again."),
    ),
    "other_sheets": (
        _("Only one of the sheets was read. Left out: %(sheets)s."),
        _("Choose another sheet if the people are there."),
    ),
    "unreadable_characters": (
        _("Characters that could not be read stand in this row."),
        _("Save the list as CSV in UTF-8, or as XLSX."),
    ),
    "nobody": (
        _("The row has neither a name nor a phone nor an e-mail address."),
        _("Fill in who it is, or leave the row out."),
    ),
    "no_name": (_("The name is missing."), _("The person is asked for it with the first message.")),
    "too_many_cells_in_row": (
        _("The row has %(found)s cells but the header has %(expected)s."),
        _("Look for a delimiter inside a cell, and put such cells in quotation marks."),
    ),
    "formula": (
        _("The cell holds a formula, not a value."),
        _("Replace the formula with its value."),
    ),
    "impossible_date": (_("There is no such day."), _("Correct the date in the list.")),
    "date_not_understood": (
        _("The date could not be understood."),
        _("Write it as year-month-day, for example 2020-10-03."),
    ),
    "end_before_start": (
        _("The last day, %(last)s, is before the first day, %(first)s."),
        _("Correct the list or leave the row out."),
    ),
    "days_turned": (
        _("The last of the days offered is before the first."),
        _("Correct the list or leave the row out."),
    ),
    "days_past": (
        _("All the days offered are past."),
        _("The person is asked for new days with the first message."),
    ),
    "span_too_long": (
        _("The days offered reach over more than %(limit)s years."),
        _("Correct the year of the first or the last day."),
    ),
    "phone_shortened": (
        _("The spreadsheet has shortened the phone number; its last digits are lost."),
        _("Mark the column as text in the spreadsheet and save the list again from its source."),
    ),
    "phone_not_understood": (
        _("The phone number has too few or too many digits."),
        _("Write it with its country code, for example +374 and eight digits."),
    ),
    "email_not_understood": (_("This is not an e-mail address."), _("Correct it or clear the cell.")),
    "number_not_understood": (_("This is not a number that we can use here."), _("Write it in figures.")),
    "birth_date_not_possible": (
        _("Nobody on a list can have been born then."),
        _("Correct the birth date or clear the cell."),
    ),
    "language_not_known": (
        _("A language was not recognised and is left out."),
        _("Write its full name or its two-letter code."),
    ),
    "place_not_known": (
        _("The place is not one of this operation's home places."),
        _("Say once which home place it belongs to."),
    ),
    "role_not_known": (
        _("The occupation is mapped to no role."),
        _("Say once which role it is, and the list will be read with it."),
    ),
    "no_role": (_("No role is offered."), _("The person is asked for it with the first message.")),
    "no_days": (_("No days are offered."), _("The person is asked for them with the first message.")),
    "licence_expired": (
        _("The licence had expired before the operation."),
        _("It will not count unless a renewed one is shown."),
    ),
    "party_too_large": (
        _("More than %(limit)s people share this party; it is read as no party."),
        _("Write the parties that must stay together as smaller groups."),
    ),
    "party_not_clear": (
        _("It is not clear who travels together; it is read as no party."),
        _("Give those who travel together one name or number of their own."),
    ),
    "seats_not_possible": (
        _("A car does not have so many free seats."),
        _("Write the seats that are free beside the driver, 0 to 60."),
    ),
    "under_age": (_("The person is under age."), _("The person is told so and is not planned.")),
    "repeated_row": (
        _("The row says the same as row %(first)s."),
        _("It is counted once; nothing needs to be done."),
    ),
    "answer_not_understood": (_("The answer is neither yes nor no."), _("Write yes or no, or clear the cell.")),
}
