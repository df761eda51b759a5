### Partners on the coordinators' desk. Placeholders: $count, $number, $about, $code, $organisation.

desk-partner-help = 
    /partner – enter a partner or community leader
    /partner list bakery – find entries
    /partner mail CODE – send an event to all who are linked
    /partner remove 3 – take entry 3 out
desk-partner-refuse-role = Only coordinators see the directory of partners. Nothing was changed. Ask an admin for the role.
desk-partner-refuse-unknown = There is no such entry. Nothing was changed. /partner list shows them.
desk-partner-refuse-event = There is no coming event of that code. Nothing was sent.
desk-partner-refuse-nobody = No partner has linked a chat yet, so nothing was sent. Pass their codes on first.
desk-partner-removed = The entry is gone.
desk-partner-linked = { $number }. 🔗 { $about }
desk-partner-not-linked = { $number }. { $about } (not linked yet: { $code })
desk-partner-new-title = New partner
desk-partner-new-submit = Enter
desk-partner-ask-organisation = Organisation
desk-partner-ask-person = Person
desk-partner-ask-role = Role
desk-partner-ask-areas = Areas
desk-partner-ask-languages = Languages
desk-partner-ask-note = Note
desk-partner-entered = 
    { $about }
    Pass this on to the person. They send it to our bot from their own phone: /partner { $code }
desk-partner-has-linked = 🔗 { $organisation } has linked a chat and can be written to.
desk-partner-found = { $count ->
    [0] The directory has no such entry.
    [one] One entry:
   *[other] { $count } entries:
}
desk-partner-mailed = { $count ->
    [one] The event goes to one partner.
   *[other] The event goes to { $count } partners.
}
