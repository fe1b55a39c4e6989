using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>
/// Gives every predictor a colour and a mark that are the same in all pictures, and in all reports with the same predictors, whoever leads.
/// The rows of a sweep share them and differ in the dash of their lines.
/// </summary>
internal sealed class ContenderMarks
{
    /// <summary>How many colours a palette has: see <see cref="Palette"/>.</summary>
    public const int Colours = 8;

    /// <summary>How many marks and dashes the page's script knows.</summary>
    public const int Marks = 6;

    private readonly Dictionary<string, int> _places;
    private readonly ILookup<string, Contender> _rows;

    public ContenderMarks(IReadOnlyList<Contender> contenders)
    {
        _places = contenders.Select(c => c.Predictor).Distinct().Order(StringComparer.Ordinal)
            .Select((name, place) => KeyValuePair.Create(name, place)).ToDictionary(StringComparer.Ordinal);
        _rows = contenders.ToLookup(c => c.Predictor, StringComparer.Ordinal);
    }

    public int Colour(Contender contender) => _places[contender.Predictor] % Colours;

    public int Mark(Contender contender) => _places[contender.Predictor] / Colours % Marks;

    public int Dash(Contender contender) =>
        (Mark(contender) + _rows[contender.Predictor].TakeWhile(c => !c.Equals(contender)).Count()) % Marks;
}
