"""One file per thing a person can do. Each handler is one transaction and never touches the network."""
