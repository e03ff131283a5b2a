"""Learn to classify passages, and judge how well people and models agree on them."""
