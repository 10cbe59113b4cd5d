"""How each script is read aloud: letters to the sounds that names are compared by.

Sounds are written with one sign each, close to the phonetic alphabet:

- vowels: a e i o u, ɨ (ы, ı, y between consonants), ə (the ը that others leave out), æ (Azerbaijani ə), ø, ʉ
- stops: b p d t g k q, and the aspirated P T K of Armenian and Georgian, which western Armenian keeps where it turns
  p t k into b d g
- hissing: s z ʦ ʣ, ƶ for Armenian ծ; hushing: ʃ ʒ ʧ ʤ, ɟ for Armenian ճ
- others: ɣ x h v f w l r m n, j as in "yes"
- letters of the Latin script that no rule can read without knowing the language: ʝ for j, c for c, χ for x
"""
