// Proof of work for a form that comes from a crowded network: found while somebody looks it over, in small pieces, so
// that the page stays quick. Without this file the form is taken in all the same, and a person looks at it first.
// The server's side, and what a proof is: src/standby/rooms/door/floods/proof.py. Both are tested on the same vectors.
"use strict";

const ROUND = [];
const FIRST = [];
for (let number = 2; ROUND.length < 64; number += 1) {
  let isPrime = true;
  for (let by = 2; by * by <= number; by += 1) if (number % by === 0) isPrime = false;
  if (!isPrime) continue;
  if (FIRST.length < 8) FIRST.push((number ** (1 / 2) * 2 ** 32) | 0);
  ROUND.push((number ** (1 / 3) * 2 ** 32) | 0);
}

const turned = (word, by) => (word >>> by) | (word << (32 - by));

// SHA-256 (FIPS 180-4) of bytes, as eight words. The browser's own is not there on plain HTTP, as in a tent.
function sha256(bytes) {
  const length = ((bytes.length + 8) >> 6) * 16 + 16;
  const words = new Int32Array(length);
  for (let at = 0; at < bytes.length; at += 1) words[at >> 2] |= bytes[at] << (24 - (at % 4) * 8);
  words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[length - 1] = bytes.length * 8;
  const state = Int32Array.from(FIRST);
  const plan = new Int32Array(64);
  for (let block = 0; block < length; block += 16) {
    let [a, b, c, d, e, f, g, h] = state;
    for (let at = 0; at < 64; at += 1) {
      if (at < 16) plan[at] = words[block + at];
      else {
        const [far, near] = [plan[at - 15], plan[at - 2]];
        const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3);
        const high = turned(near, 17) ^ turned(near, 19) ^ (near >>> 10);
        plan[at] = (plan[at - 16] + low + plan[at - 7] + high) | 0;
      }
      const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const chosen = (e & f) ^ (~e & g);
      const first = (h + mixed + chosen + ROUND[at] + plan[at]) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, at) => {
      state[at] = (state[at] + word) | 0;
    });
  }
  return state;
}

function zeroBits(words) {
  let bits = 0;
  for (const word of words) {
    bits += Math.clz32(word);
    if (word !== 0) break;
  }
  return bits;
}

const bytesOf = (text) => new TextEncoder().encode(text);

// Tries the next nonces; the proof, or nothing yet.
function tryOn(challenge, key, from, many) {
  const bits = Number(challenge.split(".")[2]);
  for (let nonce = from; nonce < from + many; nonce += 1) {
    const proof = `${challenge}.${nonce}`;
    if (zeroBits(sha256(bytesOf(`${proof}|${key}`))) >= bits) return proof;
  }
  return "";
}

function proveFor(input) {
  const form = input.form;
  const key = form.elements[input.dataset.proofKey].value;
  const wait = form.querySelector("[data-proof-wait]");
  let nonce = 0;
  let isSent = false;
  form.addEventListener("submit", (event) => {
    if (input.value) return;
    event.preventDefault();
    isSent = true;
    wait.hidden = false;
  });
  const go = () => {
    input.value = tryOn(input.dataset.proof, key, nonce, 500);
    nonce += 500;
    if (!input.value) setTimeout(go, 0);
    else if (isSent) form.submit();
  };
  go();
}

if (typeof document !== "undefined") document.querySelectorAll("input[data-proof]").forEach(proveFor);
