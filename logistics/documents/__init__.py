"""The papers of a parcel as PDF: its label and its customs form, typeset from frozen values."""
