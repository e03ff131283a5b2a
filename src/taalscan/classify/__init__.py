"""Tell by a trained model which axes a passage carries, and measure how well that goes."""
