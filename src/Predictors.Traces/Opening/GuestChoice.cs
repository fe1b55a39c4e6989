namespace Predictors.Traces.Opening;

/// <summary>Chooses whose vCPUs a recording is read for: its own machine's, or those of a guest of which it is the host's.</summary>
internal static class GuestChoice
{
    /// <summary>Chooses.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="kinds">The kinds of event at its start.</param>
    /// <param name="wanted">What was asked for; null for what fits the recording.</param>
    /// <param name="scan">Finds the guests, which takes a pass over the file.</param>
    /// <param name="isOnly">Whether the recording holds no other guest.</param>
    /// <returns>The guest; null for the recording's own machine.</returns>
    /// <exception cref="TraceFormatException">There is no such guest, or several and none was named.</exception>
    public static RecordedGuest? Choose(
        string path, IReadOnlySet<KernelEventKind> kinds, string? wanted, Func<IReadOnlyList<RecordedGuest>> scan, out bool isOnly)
    {
        isOnly = false;
        if (wanted == TraceFileOptions.Host || (wanted is null && (!GuestScan.IsHost(kinds) || kinds.Contains(KernelEventKind.CpuIdle))))
        {
            return null;
        }

        if (!GuestScan.IsHost(kinds))
        {
            if (wanted == TraceFileOptions.AllGuests)
            {
                return null;
            }

            throw new TraceFormatException(
                path,
                null,
                $"There is no guest {wanted} in this recording: it has no KVM events (kvm:kvm_vcpu_wakeup, or kvm:kvm_exit and kvm:kvm_entry) at its start.");
        }

        IReadOnlyList<RecordedGuest> guests = scan();
        isOnly = guests.Count == 1;
        if (wanted is null or TraceFileOptions.AllGuests)
        {
            return guests.Count == 1 ? guests[0]
                : guests.Count == 0 && wanted is null ? null
                : throw new TraceFormatException(path, null, $"{Listed(guests)} Choose one with --guest PID, each of them with --guest all, or the host's own CPUs with --guest host.");
        }

        return guests.FirstOrDefault(g => g.Name == wanted)
            ?? guests.FirstOrDefault(g => g.Vcpus.Any(v => v.Thread.ToString(System.Globalization.CultureInfo.InvariantCulture) == wanted))
            ?? throw new TraceFormatException(path, null, $"There is no guest {wanted} in this recording. {Listed(guests)}");
    }

    private static string Listed(IReadOnlyList<RecordedGuest> guests)
    {
        const int Most = 20;
        string names = string.Join(", ", guests.Take(Most).Select(g => $"{g.Name} ({g.Vcpus.Count} {(g.Vcpus.Count == 1 ? "vCPU" : "vCPUs")})"));
        return guests.Count == 0 ? "It holds no guest." : $"It holds {(guests.Count == 1 ? "the guest" : $"{guests.Count} guests:")} {names}{(guests.Count > Most ? ", ..." : string.Empty)}.";
    }
}
