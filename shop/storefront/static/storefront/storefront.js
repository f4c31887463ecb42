/* The little that needs a script: an open switcher closes on Escape and on a click elsewhere. */
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".switcher[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll(".switcher[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
