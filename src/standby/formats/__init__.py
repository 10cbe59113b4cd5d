"""Files of our own: read with every fault named, written all or none (FORMATS.md). For the engines; no decisions."""
