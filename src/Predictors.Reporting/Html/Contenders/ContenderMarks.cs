using System.Text;
using Predictors.Ranking;

namespace Predictors.Reporting;

/// <summary>
/// Gives every predictor a colour and a mark that follow from its name: the same in all pictures and in all reports, whoever leads and whoever
/// takes part. Where two of a report would look alike, the later one by name gets the next mark. The rows of a sweep share colour and mark and
/// differ in the dash of their lines.
/// </summary>
internal sealed class ContenderMarks
{
    /// <summary>How many colours a palette has: see <see cref="Palette"/>.</summary>
    public const int Colours = 8;

    /// <summary>How many marks and dashes the page's script knows.</summary>
    public const int Marks = 6;

    // One under which no two of the shipped predictors look alike and those of kernels differ in colour from each other and from the learned ones.
    private const uint Seed = 832_239;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly ILookup<string, Contender> _rows;

    public ContenderMarks(IReadOnlyList<Contender> contenders)
    {
        _rows = contenders.ToLookup(c => c.Predictor, StringComparer.Ordinal);
        foreach (string name in _rows.Select(r => r.Key).Order(StringComparer.Ordinal))
        {
            int own = PlaceOf(name);
            _places.Add(name, Enumerable.Range(0, Colours * Marks).Select(further => (own + (further * Colours) + (further / Marks)) % (Colours * Marks))
                .FirstOrDefault(place => !_places.ContainsValue(place), own));
        }
    }

    public int Colour(Contender contender) => _places[contender.Predictor] % Colours;

    public int Mark(Contender contender) => _places[contender.Predictor] / Colours;

    public int Dash(Contender contender) =>
        (Mark(contender) + _rows[contender.Predictor].TakeWhile(c => !c.Equals(contender)).Count()) % Marks;

    /// <summary>FNV-1a (Fowler, Noll and Vo) from a seed, and its bits mixed.</summary>
    private static int PlaceOf(string name)
    {
        uint hash = 2_166_136_261 ^ Seed;
        foreach (byte unit in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ unit) * 16_777_619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85EB_CA6B;
        return (int)((hash ^ (hash >> 13)) % (Colours * Marks));
    }
}
