"""What a session says: topics, people, homework, labelled lines."""
