namespace Predictors.Hosting;

/// <summary>Guesses what a mistyped name was meant to be.</summary>
public static class NearestName
{
    /// <summary>The end of a sentence that says that there is no such name.</summary>
    /// <param name="name">The name that was typed.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns><c>; did you mean 'x'?</c>, or the list of all.</returns>
    public static string Hint(string name, IEnumerable<string> known)
    {
        List<string> names = [.. known];
        if (names.Count == 0)
        {
            return "; there is none at all.";
        }

        return Of(name, names) is { } nearest ? $"; did you mean '{nearest}'?" : $"; there are {string.Join(", ", names)}.";
    }

    /// <summary>The name that was probably meant.</summary>
    /// <param name="name">The name that was typed.</param>
    /// <param name="known">The names that there are.</param>
    /// <returns>The nearest; null where none is near.</returns>
    public static string? Of(string name, IEnumerable<string> known) =>
        known.MinBy(n => Distance(name, n)) is { } nearest && Distance(name, nearest) <= Math.Max(2, name.Length / 3) && Distance(name, nearest) < nearest.Length
            ? nearest
            : null;

    /// <summary>Levenshtein's distance: how many characters must be inserted, deleted or replaced.</summary>
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
