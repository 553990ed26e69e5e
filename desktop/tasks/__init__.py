"""Long work in a process of its own: started, followed, stopped and told of in the task centre."""
