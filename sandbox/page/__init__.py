"""One web page over both emulators: residents' phones on the left, the Slack workspace on the right.

`town` holds who lives and works here, `phone` and `desk` show what one person sees, `doings` does what they do,
`disturbances` switches faults on, `server` is the web application, `replay` plays messages from a file.
"""
