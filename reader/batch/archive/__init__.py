"""Archives of pages: from a folder to a crawl, cleaned on all cores or on a cluster."""
