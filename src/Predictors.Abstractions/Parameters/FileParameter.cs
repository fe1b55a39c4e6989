namespace Predictors.Abstractions;

/// <summary>The path of a file, such as a trained model. An empty path stands for what the plugin ships.</summary>
/// <param name="name">The name, in kebab-case.</param>
/// <param name="text">One sentence: what the file is.</param>
public sealed class FileParameter(string name, string text) : Parameter<string>(name, text, string.Empty)
{
    /// <inheritdoc/>
    public override string TypeName => "file";

    /// <inheritdoc/>
    public override string RangeText => "a path without ',' and '|', or nothing for the one that is shipped";

    /// <inheritdoc/>
    public override string Format(string value) => value;

    /// <inheritdoc/>
    public override string Parse(string text) =>
        text.AsSpan().ContainsAny(',', '|') ? throw Wrong(text) : text;
}
