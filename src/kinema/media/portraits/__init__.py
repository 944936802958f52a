"""Looking for people's faces in reference images: the detectors, and the screen that asks one of them."""
