"""The data sets customs and posts take in place of paper, built from frozen values. Pure."""
