using System.CommandLine;
using System.Globalization;

namespace Predictors.Cli;

/// <summary>Options whose value is a number in a range.</summary>
internal static class NumberOption
{
    /// <summary>Makes an option; what is not accepted is a usage error that says what would be.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="helpName">What its value is called in the help.</param>
    /// <param name="description">What it sets, in a sentence.</param>
    /// <param name="expected">What is accepted, in a clause.</param>
    /// <param name="accepts">Whether a number is accepted.</param>
    /// <param name="value">The number where none is given; null where it then stays unknown.</param>
    public static Option<T?> Of<T>(string name, string helpName, string description, string expected, Func<T, bool> accepts, T? value = null)
        where T : struct, IParsable<T>
    {
        var option = new Option<T?>(name)
        {
            HelpName = helpName,
            Description = description,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                if (T.TryParse(text, CultureInfo.InvariantCulture, out T number) && accepts(number))
                {
                    return number;
                }

                result.AddError($"{name} {text} is not accepted: {expected}.");
                return null;
            },
        };
        if (value is { } number)
        {
            option.DefaultValueFactory = _ => number;
        }

        return option;
    }
}
