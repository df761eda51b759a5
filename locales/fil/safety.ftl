### Pagtiyak ng kaligtasan: ang nababasa at pinipindot ng mga residente. Mga palitan: $number (numerong pang-emergency),
### $reference (ng kaso), $headline (unang linya ng babala).

safety-safe = ✅ Ligtas po ako
safety-help = 🆘 Kailangan ko po ng tulong
safety-away = 🚶 Wala po ako roon
safety-chase = Wala pa po kaming balita mula sa inyo. Ligtas po ba kayo? Sapat na ang isang pindot; tulong ito para unahin naming hanapin ang mga nangangailangan.
safety-noted-safe = ✅ Salamat po, naitala naming ligtas kayo. Kung magbago ito, pindutin ang ibang button sa itaas. Kung nanganganib ang buhay, tumawag sa { $number }.
safety-noted-away = 🚶 Salamat po, naitala naming wala kayo roon. Kung magbago ito, pindutin ang ibang button sa itaas. Kung nanganganib ang buhay, tumawag sa { $number }.
safety-help-words = Kailangan ko po ng tulong. (Sagot sa: { $headline })
safety-help-again = 🆘 Alam po naming kailangan ninyo ng tulong: hawak na ng aming mga tao ang kaso ninyong { $reference }. Kung nanganganib ang buhay, tumawag na sa { $number }.
safety-place-ask = Nasaan po kayo? Ibahagi ang inyong lugar gamit ang button sa ibaba, o isulat ang address, palapag at kung ano ang kailangan ninyo.
safety-place-send = 📍 Ipadala ang aking lugar
safety-drill-noted = 🔶 Salamat po. Pagsasanay lamang ito: naitala ang inyong sagot at wala nang ibang kailangang gawin.
safety-drill-help = 🔶 Pagsasanay lamang po ito kaya walang ipapadala sa inyo. Kung talagang kailangan ninyo ng tulong ngayon, tumawag sa { $number } o sumulat sa amin dito.
