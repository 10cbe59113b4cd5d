// Makes a photo small before it is sent: some hundred kilobytes instead of megabytes over a bad line, without its name
// and without the place that the camera wrote into it. What this browser cannot do, the server does: then the photo is
// sent as it is.
"use strict";

// As the server keeps it: src/standby/exchange/photo_process.py.
const LONGEST_EDGE = 1600;
const QUALITY = 0.85;

async function smaller(photo) {
  const picture = await createImageBitmap(photo);
  const share = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  const paper = canvas.getContext("2d");
  // What is see-through would become black.
  paper.fillStyle = "white";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const content = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return new File([content], "photo.jpg", { type: "image/jpeg" });
}

async function replaceBySmaller(input) {
  const [photo] = input.files;
  try {
    const small = await smaller(photo);
    // Somebody may have chosen another one meanwhile.
    if (input.files[0] !== photo) return;
    const kept = new DataTransfer();
    kept.items.add(small);
    input.files = kept.files;
  } catch {
    // No picture, or more than this device can hold: the server looks at it and says so.
  }
}

function shrinkBeforeSending(input) {
  let work = null;
  input.addEventListener("change", () => {
    if (!input.files.length) return;
    const mine = replaceBySmaller(input).finally(() => {
      if (work === mine) work = null;
    });
    work = mine;
  });
  input.form.addEventListener("submit", async (event) => {
    if (!work) return;
    event.preventDefault();
    await work;
    input.form.requestSubmit(event.submitter);
  });
}

document.querySelectorAll("input[type=file][data-photo]").forEach(shrinkBeforeSending);
