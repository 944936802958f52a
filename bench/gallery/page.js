// The placeholders run along with their film, for comparison.
for (const films of document.querySelectorAll(".films")) {
  const [film, ...placeholders] = films.querySelectorAll("video");
  film.addEventListener("play", () => placeholders.forEach((video) => video.play()));
  film.addEventListener("pause", () => placeholders.forEach((video) => video.pause()));
  film.addEventListener("seeked", () => placeholders.forEach((video) => (video.currentTime = film.currentTime)));
}
