"""Reading a prompt: its words, what it denies, who plays, what they do, how they stand to each other."""
