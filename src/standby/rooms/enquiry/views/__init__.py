"""The pages of the enquiry desk, and the two that anybody may open."""
