"""What happens when a scenario is played: headless, pulled, deterministic."""
