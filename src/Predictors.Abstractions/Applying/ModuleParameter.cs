using System.Globalization;

namespace Predictors.Abstractions;

/// <summary>A parameter of a predictor, as a kernel module takes it.</summary>
/// <param name="Parameter">The predictor's parameter.</param>
/// <param name="Name">The module's name for it: its file under <c>/sys/module/MODULE/parameters</c>.</param>
public sealed record ModuleParameter(Parameter Parameter, string Name)
{
    /// <summary>A value as the kernel reads it: lengths of time in ns, switches as <c>Y</c> and <c>N</c>.</summary>
    /// <param name="values">The values of the predictor's parameters.</param>
    /// <returns>The text.</returns>
    public string ValueText(ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Parameter switch
        {
            Parameter<long> number => values.Get(number).ToString(CultureInfo.InvariantCulture),
            Parameter<bool> flag => values.Get(flag) ? "Y" : "N",
            Parameter<double> number => values.Get(number).ToString("R", CultureInfo.InvariantCulture),
            Parameter<string> text => values.Get(text),
            _ => throw new InvalidOperationException($"Parameter '{Parameter.Name}' is a {Parameter.TypeName}, which no kernel module takes."),
        };
    }
}
