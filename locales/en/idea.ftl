### Ideas of residents, as residents read them. Placeholders: $count, $number (in the list), $text (the idea), $answer, $most.

idea-list = { $count ->
    [0] 💡 Ideas make a place better. Nobody has published one here yet. Yours could be the first.
    [one] 💡 Here is one idea from around you:
   *[other] 💡 Here are { $count } ideas from around you:
}
idea-entry = { $number }. { $text } — { $count ->
    [one] 1 person backs it
   *[other] { $count } people back it
}
idea-answer = 💬 Answer: { $answer }
idea-done = ✅ You asked, we did: { $answer }
idea-button-back = 👍 Back number { $number }
idea-button-unback = Back number { $number } no more
idea-button-new = 💡 A new idea
idea-button-send = 💡 Send it as an idea
idea-button-drop = Forget it
idea-ask = What would make things better here? Please write it in one message. Your name is not shown.
idea-confirm = Shall we send this as your idea? Staff read it first; then your neighbours can see and back it, without your name.
idea-long = That is longer than { $most } characters, too long for a list of ideas. Please make it shorter and send it again.
idea-sent = Thank you! Your idea is with the staff. We will tell you when it is published.
idea-dropped = Forgotten. Nothing was sent.
idea-published = 🎉 Your idea can now be seen and backed: “{ $text }” /idea shows it.
idea-declined =
    Thank you for your idea “{ $text }”. It was not published.
    { $answer }
idea-backed = { $count ->
    [one] You back this idea, as the first one: “{ $text }”
   *[other] You back this idea, together { $count } people do: “{ $text }”
}
idea-unbacked = { $count ->
    [one] You do not back this idea any more; 1 person does: “{ $text }”
   *[other] You do not back this idea any more; { $count } people do: “{ $text }”
}
idea-news-answer =
    There is an answer to an idea that you back: “{ $text }”
    { $answer }
idea-news-done =
    ✅ You asked, we did! “{ $text }”
    { $answer }
