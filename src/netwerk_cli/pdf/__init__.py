"""What is printed: badges, lists to sign and certificates as PDF; the only importer of typst and segno."""
