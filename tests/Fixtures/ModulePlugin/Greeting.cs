namespace ModulePlugin;

public sealed record Greeting(string Text);
