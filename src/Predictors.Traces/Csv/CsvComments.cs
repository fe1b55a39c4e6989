using System.Globalization;
using System.Text;
using Predictors.Traces.Native;

namespace Predictors.Traces.Csv;

/// <summary>What the comment lines of a CSV trace say: <c># name=value</c>, one a line. Other comments are passed over.</summary>
/// <param name="path">The file, for messages.</param>
internal sealed class CsvComments(string path)
{
    public const string Name = "name";
    public const string Format = "format";
    public const string Clock = "clock";
    public const string SourceSha256 = "source_sha256";
    public const string FirstNs = "first_ns";
    public const string LastNs = "last_ns";
    public const string VcpuList = "vcpus";

    private static readonly string[] InFront = [Name, Format, Clock, SourceSha256];
    private static readonly string[] Anywhere = [FirstNs, LastNs, VcpuList];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The vCPUs that a comment lists.</summary>
    public SortedSet<int> Vcpus { get; } = [];

    /// <summary>Makes a comment line.</summary>
    public static string Line(string key, string value) =>
        $"# {key}={string.Concat(value.Select(c => char.IsControl(c) ? '?' : c))}\n";

    /// <summary>The value of a comment, or null.</summary>
    public string? Text(string key) => _values.GetValueOrDefault(key);

    /// <summary>The value of a comment that holds a time in ns, or null.</summary>
    public long? TimeNs(string key) => Text(key) is { } value ? long.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>Reads a comment line.</summary>
    /// <param name="line">The line, with its number sign.</param>
    /// <param name="lineNumber">Its number.</param>
    /// <param name="beforeHeader">Whether it stands before the line that names the columns.</param>
    public void Read(ReadOnlySpan<byte> line, long lineNumber, bool beforeHeader)
    {
        string[] parts = Encoding.UTF8.GetString(line[1..]).TrimStart(' ').Split('=', 2);
        bool inFront = InFront.Contains(parts[0]);
        if (parts.Length < 2 || !(inFront || Anywhere.Contains(parts[0])))
        {
            return;
        }

        string? fault = inFront && !beforeHeader ? "it must stand before the line that names the columns" : FindFault(parts[0], parts[1]);
        if (fault is not null || !_values.TryAdd(parts[0], parts[1]))
        {
            throw new TraceFormatException(path, $"line {lineNumber}", $"Comment '{parts[0]}': {fault ?? "it is there twice"}.");
        }
    }

    private string? FindFault(string key, string value) => key switch
    {
        SourceSha256 => value.Length == 64 && value.All(char.IsAsciiHexDigitLower) ? null : "it must be 64 lower-case hexadecimal digits",
        FirstNs or LastNs => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long time) && time <= TraceLimits.MaxTimeNs
            ? null
            : $"it must be a whole number from 0 to {TraceLimits.MaxTimeNs}",
        VcpuList => TryReadVcpus(value) ? null : $"it must be a list such as 0,1,5 of numbers from 0 to {TraceLimits.MaxVcpu}",
        _ => Encoding.UTF8.GetByteCount(value) <= WakeFormat.MaxStringBytes ? null : $"it is longer than {WakeFormat.MaxStringBytes} bytes",
    };

    private bool TryReadVcpus(string value)
    {
        foreach (string number in value.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int vcpu) || vcpu > TraceLimits.MaxVcpu)
            {
                return false;
            }

            Vcpus.Add(vcpu);
        }

        return true;
    }
}
