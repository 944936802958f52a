"""What the API says of itself: each route's description beside it, the OpenAPI document, and a page of it."""
