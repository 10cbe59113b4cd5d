"""Text that XML 1.0 can carry, and documents written from it. Nothing here is ever read from outside."""

import re
import xml.etree.ElementTree as ET

# Everything outside the production Char of XML 1.0; a carriage return would come back as a line feed.
_NO_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def unfit_signs(text: str) -> list[str]:
    """The signs that no XML document can hold, as "U+0000", once each.

    >>> unfit_signs("a\\x00b\\x0b\\x00")
    ['U+0000', 'U+000B']
    """
    return [f"U+{ord(sign):04X}" for sign in dict.fromkeys(_NO_XML.findall(text))]


def add(parent: ET.Element, name: str, text: str, **attributes: str) -> ET.Element:
    """A child with a text; ElementTree escapes what must be escaped."""
    child = ET.SubElement(parent, name, attributes)
    child.text = text
    return child


def document(root: ET.Element) -> str:
    """The whole document, indented, ending in a line feed: the same elements give the same bytes."""
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"
