namespace Predictors.Abstractions;

internal static class KebabCase
{
    public static void Require(string name, string what)
    {
        bool good = name.Length > 0 && char.IsAsciiLetterLower(name[0]) && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);
        foreach (char c in name)
        {
            good &= char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
        }

        if (!good)
        {
            throw new ArgumentException(
                $"The {what} name '{name}' is not kebab-case: use lower-case letters, digits and single hyphens, a letter first.",
                nameof(name));
        }
    }
}
