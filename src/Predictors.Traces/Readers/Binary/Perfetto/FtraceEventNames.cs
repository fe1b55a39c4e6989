using System.Globalization;
using System.Text;
using Predictors.Traces.Readers.Text;

namespace Predictors.Traces.Readers.Binary.Perfetto;

/// <summary>The names of kernel events, which Perfetto writes as numbers.</summary>
internal sealed class FtraceEventNames
{
    private const string Resource = "FtraceEventNames.txt";
    private static readonly Lazy<Dictionary<int, string>> Known = new(Load);
    private readonly Dictionary<int, EventName> _found = [];

    /// <summary>All names of the recording, with their counts.</summary>
    public EventNames Names { get; } = new();

    /// <summary>The name that stands for a number; one that is not known is called after its number.</summary>
    public EventName Of(int number)
    {
        if (!_found.TryGetValue(number, out EventName? name))
        {
            string text = Known.Value.GetValueOrDefault(number)
                ?? string.Create(CultureInfo.InvariantCulture, $"ftrace_event_{number}");
            name = Names.Find(Encoding.ASCII.GetBytes(text));
            if (_found.Count < EventNames.MaxNames)
            {
                _found.Add(number, name);
            }
        }

        return name;
    }

    private static Dictionary<int, string> Load()
    {
        using Stream stream = typeof(FtraceEventNames).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var names = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            string[] words = line.Split(' ');
            int number = int.Parse(words[0], CultureInfo.InvariantCulture);
            foreach (string name in words.AsSpan(1))
            {
                names.Add(number++, name);
            }
        }

        return names;
    }
}
