"""One work in words: "Ana Cruz. Title. OSDI 2019." to title, people, venue and year."""
