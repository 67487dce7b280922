from tests.formats.making import ole

# What LibreOffice makes of a file stands in test_libreoffice.py: it is not installed everywhere.
CASES = {
    "with a password": (ole("WordDocument", locked=True), "file is protected by a password."),
}
