"""The review page: a document beside what was read from it, as one HTML page that needs nothing else."""
