using System.Text;

namespace Predictors.Traces.Readers;

/// <summary>The PIDs that bear a name in a recording, gathered while it is read.</summary>
/// <param name="name">The name as the kernel wrote it.</param>
internal sealed class NamedTasks(string name)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(name);

    /// <summary>The PIDs found so far, ascending.</summary>
    public SortedSet<int> Pids { get; } = [];

    /// <summary>Takes note of a task.</summary>
    /// <param name="itsName">Its name.</param>
    /// <param name="pid">Its PID; one that can be none is passed over.</param>
    public void See(ReadOnlySpan<byte> itsName, long pid)
    {
        if (itsName.SequenceEqual(_name) && pid is >= 0 and <= int.MaxValue)
        {
            Pids.Add((int)pid);
        }
    }
}
