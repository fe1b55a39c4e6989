namespace Predictors.Abstractions;

/// <summary>A switch: on or off. Kernels' <c>Y</c>/<c>N</c> and <c>1</c>/<c>0</c> are read too.</summary>
/// <param name="name">The name, in kebab-case.</param>
/// <param name="text">One sentence: what it switches.</param>
/// <param name="defaultValue">The default.</param>
public sealed class SwitchParameter(string name, string text, bool defaultValue) : Parameter<bool>(name, text, defaultValue)
{
    /// <inheritdoc/>
    public override string TypeName => "switch";

    /// <inheritdoc/>
    public override string RangeText => "on or off";

    /// <inheritdoc/>
    public override string Format(bool value) => value ? "on" : "off";

    /// <inheritdoc/>
    public override bool Parse(string text) => text switch
    {
        "on" or "true" or "yes" or "Y" or "y" or "1" => true,
        "off" or "false" or "no" or "N" or "n" or "0" => false,
        _ => throw Wrong(text),
    };
}
